using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Openbook.Web.Pages;

/// <summary>The accessibility statement.</summary>
public sealed class AccessibilityModel : PageModel;
