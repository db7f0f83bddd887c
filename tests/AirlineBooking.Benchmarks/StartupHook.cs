#pragma warning disable CA1050 // The runtime looks for a class of this very name outside any namespace.
/// <summary>Brings the bare endpoints into the published program: the runtime loads this assembly before its Main.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // Being loaded is all: ASPNETCORE_HOSTINGSTARTUPASSEMBLIES finds the assembly by its name then.
    }
}
