global using Openbook.Domain;
global using Openbook.EndToEnd.Tests.Given;
