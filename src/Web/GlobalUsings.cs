global using Openbook.Domain;
global using Openbook.Journal;
