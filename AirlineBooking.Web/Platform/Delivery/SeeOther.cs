namespace AirlineBooking.Web.Platform.Delivery;

/// <summary>After a form the browser reads a page (303): going back to it or loading it again sends nothing a second time.</summary>
public static class SeeOther
{
    public static IResult To(string address) => new Answer(address);

    private sealed class Answer(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
