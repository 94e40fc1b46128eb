using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>One path at which the application fails with a message that repeats what somebody said.</summary>
internal sealed class FailingPath : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map("/fails", failing => failing.Run(_ => throw new InvalidOperationException("She said: wombat quartzite zebrafinch.")));
    };
}
