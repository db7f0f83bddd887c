using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Settings;

/// <summary>Something in the configuration that the program cannot start with, in one sentence.</summary>
public sealed record SettingComplaint(string Sentence);

/// <summary>Looks at every setting before anything starts, and says all that is wrong at once.</summary>
public static partial class StartupCheck
{
    /// <summary>Notes a complaint that was found while the program was put together.</summary>
    public static IServiceCollection Complain(this IServiceCollection services, string sentence) =>
        services.AddSingleton(new SettingComplaint(sentence));

    /// <summary>Binds a section to its options and has it looked at before the start.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section) where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();

    public static IServiceCollection AddStartupCheck(this IServiceCollection services) =>
        services.AddTransient(typeof(IOptionsFactory<>), typeof(CarefulOptionsFactory<>));

    /// <summary>True when all is well; else the reasons stand on standard error.</summary>
    public static bool SettingsAreFine(this WebApplication app, TextWriter errors)
    {
        var complaints = app.Services.GetServices<SettingComplaint>().Select(complaint => complaint.Sentence).ToList();
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException one)
        {
            complaints.AddRange(one.Failures);
        }
        catch (AggregateException several)
        {
            complaints.AddRange(several.InnerExceptions.SelectMany(e => e is OptionsValidationException invalid ? invalid.Failures : [e.Message]));
        }
        if (complaints.Count == 0) return true;
        errors.WriteLine(complaints.Count == 1 ? "The configuration has an error:" : $"The configuration has {complaints.Count} errors:");
        foreach (var complaint in complaints) errors.WriteLine($"  - {complaint}");
        return false;
    }

    private static string InWords(string complaint)
    {
        if (Unreadable().Match(complaint) is { Success: true } unreadable)
        {
            var expected = unreadable.Groups["type"].Value switch { "Int32" => "a whole number", "Boolean" => "true or false", var other => other };
            return $"{unreadable.Groups["path"].Value} is '{unreadable.Groups["value"].Value}'; it must be {expected}.";
        }
        return Unknown().Match(complaint) is { Success: true } unknown
            ? $"There is no setting {unknown.Groups["names"].Value} in {unknown.Groups["type"].Value.Replace("Settings", "", StringComparison.Ordinal)}."
            : complaint;
    }

    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<path>[^']*)' to type 'System\\.(?<type>[A-Za-z0-9]+)'")]
    private static partial Regex Unreadable();

    [GeneratedRegex("not found on the instance of ([A-Za-z0-9]+\\.)*(?<type>[A-Za-z0-9]+): (?<names>.*)$")]
    private static partial Regex Unknown();

    // A value that is not even a number throws while it is bound, before anything is validated. It is a complaint like any other.
    private sealed class CarefulOptionsFactory<TOptions>(
        IEnumerable<IConfigureOptions<TOptions>> setups,
        IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
        IEnumerable<IValidateOptions<TOptions>> validations) : IOptionsFactory<TOptions> where TOptions : class
    {
        private readonly OptionsFactory<TOptions> _inner = new(setups, postConfigures, validations);

        public TOptions Create(string name)
        {
            try
            {
                return _inner.Create(name);
            }
            catch (InvalidOperationException unbound)
            {
                throw new OptionsValidationException(name, typeof(TOptions), [.. MistakesBefore(name), InWords(unbound.Message)]);
            }
        }

        // What is wrong with the values of the section that come before the unreadable one.
        private IEnumerable<string> MistakesBefore(string name)
        {
            var read = Activator.CreateInstance<TOptions>();
            try
            {
                foreach (var setup in setups) Apply(setup, name, read);
            }
            catch (InvalidOperationException)
            {
                // The same as before: reading ends where it ended then.
            }
            return validations.Select(validation => validation.Validate(name, read)).Where(answer => answer.Failed).SelectMany(answer => answer.Failures ?? []);
        }

        private static void Apply(IConfigureOptions<TOptions> setup, string name, TOptions options)
        {
            if (setup is IConfigureNamedOptions<TOptions> named) named.Configure(name, options);
            else setup.Configure(options);
        }
    }
}
