using Openbook.Cli;
using Openbook.Journal;

Readiness.Begin();

return OpenbookProgram.Run(
    args,
    new Shell
    {
        Out = Terminal.Output(),
        Error = Terminal.Error(),
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    }
);
