using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Openbook.Web.Pages;

/// <summary>Which cookies the site sets.</summary>
public sealed class CookiesModel : PageModel;
