using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Finds places by what a traveller types: everything is folded once, sorted once, and found by binary search.</summary>
internal sealed class PlaceIndex
{
    /// <summary>A place is never listed below more than this many others.</summary>
    public const int MostCompletions = 50;

    private const int ShortestMisspelling = 4;

    private readonly Entry[] _entries;
    private readonly string[] _words;
    private readonly int[][] _entriesOfWord;

    public PlaceIndex(IReadOnlyCollection<Place> places, Dictionary<AirportCode, int> weights)
    {
        var otherNames = OtherNames.Value;
        _entries = [.. places.Select(place => new Entry(place, weights, otherNames))];
        var byWord = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _entries.Length; i++)
        {
            foreach (var word in _entries[i].Words)
            {
                if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
                list.Add(i);
            }
        }
        _words = [.. byWord.Keys];
        _entriesOfWord = [.. byWord.Values.Select(list => list.ToArray())];
    }

    // City names in other languages, by the code of an airport or a metropolitan area.
    private static readonly Lazy<ILookup<string, string>> OtherNames = new(() => ReferenceFiles
        .Read("other-names.csv", csv => (Code: csv.Text("code"), Name: csv.Text("name")))
        .ToLookup(other => other.Code, other => other.Name, StringComparer.Ordinal));

    public IReadOnlyList<Place> Complete(string text, int limit)
    {
        var query = FoldedText.Fold(text);
        if (query.Length == 0 || limit <= 0) return [];
        var tokens = query.Split(' ');
        var best = new Ranking(Math.Min(limit, MostCompletions));
        var (start, end) = WordsBeginningWith(tokens[0]);
        for (var word = start; word < end; word++)
        {
            foreach (var candidate in _entriesOfWord[word])
            {
                var entry = _entries[candidate];
                if (entry.Tier(query, tokens) is { } tier) best.Offer(entry, tier);
            }
        }
        return best.Places();
    }

    /// <summary>The place whose code or whole name this is.</summary>
    public Place? Exactly(string text)
    {
        var query = FoldedText.Fold(text);
        var best = new Ranking(1);
        var first = query.Split(' ')[0];
        var word = Array.BinarySearch(_words, first, StringComparer.Ordinal);
        if (word < 0) return null;
        foreach (var candidate in _entriesOfWord[word])
        {
            var entry = _entries[candidate];
            if (entry.IsNamed(query)) best.Offer(entry, Tier.City);
        }
        return best.Places() is [var place, ..] ? place : null;
    }

    /// <summary>The place with a name that differs by one or two letters.</summary>
    public Place? Nearest(string text)
    {
        var query = FoldedText.Fold(text);
        if (query.Length < ShortestMisspelling) return null;
        var most = query.Length <= 5 ? 1 : 2;
        return Nearest(query, most, entry => entry.Names)
            ?? (query.Contains(' ', StringComparison.Ordinal) ? null : Nearest(query, most, entry => entry.Words));
    }

    private Place? Nearest(string query, int most, Func<Entry, string[]> namesOf)
    {
        Entry? nearest = null;
        var fewest = most + 1;
        foreach (var entry in _entries)
        {
            foreach (var name in namesOf(entry))
            {
                if (name.Length < ShortestMisspelling) continue;
                var edits = Misspelling.Edits(query, name, Math.Min(most, fewest));
                if (edits < fewest || edits == fewest && edits <= most && Ranking.Before(entry, nearest)) (nearest, fewest) = (entry, edits);
            }
        }
        return nearest?.Place;
    }

    private (int Start, int End) WordsBeginningWith(string prefix)
    {
        var start = Array.BinarySearch(_words, prefix, StringComparer.Ordinal);
        if (start < 0) start = ~start;
        var end = start;
        while (end < _words.Length && _words[end].StartsWith(prefix, StringComparison.Ordinal)) end++;
        return (start, end);
    }

    // How well a place fits, best first.
    private enum Tier { Code, MetropolitanCode, City, BeginningOfCityOrCode, WholeWords, BeginningsOfWords }

    private sealed class Entry
    {
        private readonly string _code;
        private readonly string? _area;
        private readonly string[] _cities;

        public Entry(Place place, Dictionary<AirportCode, int> weights, ILookup<string, string> otherNames)
        {
            Place = place;
            _code = FoldedText.Fold(place.Code.ToString());
            var area = place.Kind is PlaceKind.Airport ? place.Main.MetropolitanArea : null;
            _area = area is { } code ? FoldedText.Fold(code.ToString()) : null;
            // A city stands before each of its airports.
            Weight = place.Airports.Sum(airport => (long)weights[airport.Code]) + (place.Kind is PlaceKind.City ? 1 : 0);

            // An airport is found by its town; a city is not found by the towns that its airports stand in.
            var cities = (place.Kind is PlaceKind.City ? [] : place.Airports.Select(airport => airport.City)).Append(place.City)
                .Concat(otherNames[place.Code.ToString()])
                .Concat(area is { } metropolitan ? otherNames[metropolitan.ToString()] : [])
                .Concat(place.Kind is PlaceKind.City ? place.Airports.Where(airport => airport.Code == place.Code).SelectMany(airport => otherNames[airport.Code.ToString()]) : []);
            _cities = Spellings(cities);
            // The airport that lends its code to the city is found through the city.
            var hidden = place.Kind is PlaceKind.City ? place.Airports.Where(airport => airport.Code == place.Code).Select(airport => airport.Name) : [];
            var names = Spellings(hidden.Append(place.Name));
            Names = [.. _cities.Concat(names).Distinct(StringComparer.Ordinal)];
            Words = [.. Names.SelectMany(name => name.Split(' ')).Append(_code).Concat(_area is null ? [] : [_area]).Distinct(StringComparer.Ordinal)];
        }

        public Place Place { get; }

        public long Weight { get; }

        public string[] Names { get; }

        public string[] Words { get; }

        public bool IsNamed(string query) => Array.IndexOf(Names, query) >= 0;

        public Tier? Tier(string query, string[] tokens)
        {
            if (query == _code) return PlaceIndex.Tier.Code;
            if (query == _area) return PlaceIndex.Tier.MetropolitanCode;
            if (Array.IndexOf(_cities, query) >= 0) return PlaceIndex.Tier.City;
            if (_code.StartsWith(query, StringComparison.Ordinal)) return PlaceIndex.Tier.BeginningOfCityOrCode;
            foreach (var city in _cities)
            {
                if (city.StartsWith(query, StringComparison.Ordinal)) return PlaceIndex.Tier.BeginningOfCityOrCode;
            }
            var whole = true;
            foreach (var token in tokens)
            {
                var (begins, isWhole) = Meets(token);
                if (!begins) return null;
                whole &= isWhole;
            }
            return whole ? PlaceIndex.Tier.WholeWords : PlaceIndex.Tier.BeginningsOfWords;
        }

        private (bool Begins, bool IsWhole) Meets(string token)
        {
            var begins = false;
            foreach (var word in Words)
            {
                if (!word.StartsWith(token, StringComparison.Ordinal)) continue;
                if (word.Length == token.Length) return (true, true);
                begins = true;
            }
            return (begins, false);
        }

        private static string[] Spellings(IEnumerable<string> names) =>
            [.. names.SelectMany(name => new[] { FoldedText.Fold(name), FoldedText.SpellOut(name) }).Distinct(StringComparer.Ordinal)];
    }

    // The best few, kept in order: an entry that is offered again stays once.
    private sealed class Ranking(int limit)
    {
        private readonly (Entry Entry, Tier Tier)[] _best = new (Entry, Tier)[limit];
        private int _count;

        public static bool Before(Entry entry, Entry? other) => other is null
            || entry.Weight > other.Weight
            || entry.Weight == other.Weight && entry.Place.Code < other.Place.Code;

        public void Offer(Entry entry, Tier tier)
        {
            if (_count == limit && !Precedes(entry, tier, _best[limit - 1])) return;
            for (var i = 0; i < _count; i++)
            {
                if (ReferenceEquals(_best[i].Entry, entry)) return;
            }
            var at = _count < limit ? _count++ : limit - 1;
            while (at > 0 && Precedes(entry, tier, _best[at - 1]))
            {
                _best[at] = _best[at - 1];
                at--;
            }
            _best[at] = (entry, tier);
        }

        public Place[] Places()
        {
            var places = new Place[_count];
            for (var i = 0; i < _count; i++) places[i] = _best[i].Entry.Place;
            return places;
        }

        private static bool Precedes(Entry entry, Tier tier, (Entry Entry, Tier Tier) other) =>
            tier < other.Tier || tier == other.Tier && Before(entry, other.Entry);
    }
}
