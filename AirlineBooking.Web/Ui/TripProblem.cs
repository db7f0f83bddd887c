namespace AirlineBooking.Web.Ui;

/// <summary>What keeps a field from being understood, and places that may have been meant.</summary>
public sealed record TripProblem(string Sentence, IReadOnlyList<Suggestion> Suggestions)
{
    public TripProblem(string sentence) : this(sentence, []) { }
}

/// <summary>A place that may have been meant.</summary>
public sealed record Suggestion(string Words, string Code);

/// <summary>What the form says: a search, or the problems by the field they stand beside.</summary>
public sealed record TripReading(TripFields Fields, TripQuery? Query, IReadOnlyDictionary<string, TripProblem> Problems);
