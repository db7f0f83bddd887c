using System.Text.Json.Nodes;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Platform;

/// <summary>Why a key does not run: it was used for another request, or its first request is still running.</summary>
public enum RunOnceRefusal { KeyReused, InProgress }

/// <summary>What a request with a key came to.</summary>
/// <param name="Answer">What the operation answered, now or the first time; absent when the key is refused, or when no operation was asked.</param>
/// <param name="Replayed">True when it was answered before.</param>
/// <param name="Refusal">Why the key does not run.</param>
/// <param name="Subject">What a request that is still running is about, when that is known.</param>
public sealed record Once<T, TRefusal>(Outcome<T, TRefusal>? Answer, bool Replayed, RunOnceRefusal? Refusal, string? Subject)
    where T : class where TRefusal : struct, Enum
{
    /// <summary>The answer as it was said the first time, when it was kept so.</summary>
    public string? Said { get; init; }
}

/// <summary>Commits one unit of work, together with the answer of the key that it runs under.</summary>
public delegate Task<Outcome<T, TRefusal>> OneUnit<T, TRefusal>(Func<AirlineDb, CancellationToken, Task<Outcome<T, TRefusal>>> unit)
    where T : class where TRefusal : struct, Enum;

/// <summary>Runs a unit of work once for each key: key, answer and effect are one commit.</summary>
/// <remarks>
/// A refusal is kept too, in a commit of its own, since its unit left nothing behind: who is cut between the two asks again and is
/// answered anew. A request that needs several commits opens its key in the first and closes it in the last.
/// </remarks>
public sealed class RunOnce(Writes writes, IDbContextFactory<AirlineDb> databases, TimeProvider clock)
{
    private const string SaidMember = "said";

    /// <summary>Runs a body that writes one unit of work, perhaps after reading; a unit that is refused may be tried again. Without a key it just runs.</summary>
    /// <typeparam name="T">What the unit answers; it must read back from JSON as it was.</typeparam>
    /// <typeparam name="TRefusal">Why it may be refused.</typeparam>
    /// <typeparam name="TDetail">What a refusal is about.</typeparam>
    /// <param name="key">Who asks for what.</param>
    /// <param name="body">Hands its unit to the function it is given.</param>
    /// <param name="keeps">Which refusals are kept; who is refused otherwise asks again and is answered anew.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<Once<T, TRefusal>> RunAsync<T, TRefusal, TDetail>(
        RunOnceKey? key, Func<OneUnit<T, TRefusal>, Task<Outcome<T, TRefusal>>> body, Func<TRefusal, bool> keeps, CancellationToken cancel)
        where T : class where TRefusal : struct, Enum where TDetail : class
    {
        if (key is null) return new(await body(unit => writes.RunAsync(unit, cancel)), false, null, null);
        if (await FindAsync<T, TRefusal, TDetail>(key, cancel) is { } known) return known;
        var othersWasFirst = false;
        var outcome = await body(unit => writes.RunAsync<T, TRefusal>(
            async (db, token) =>
            {
                othersWasFirst = !await TryOpenAsync(db, key, null, clock.GetUtcNow(), token);
                // The same request was sent twice at once: this one leaves nothing behind, and the answer of the other is read below.
                if (othersWasFirst) return default(TRefusal);
                var answer = await unit(db, token);
                if (answer.Accepted) await CloseAsync(db, key, answer, token);
                return answer;
            },
            cancel));
        if (!othersWasFirst && (outcome.Accepted || !keeps(outcome.Refusal.GetValueOrDefault()))) return new(outcome, false, null, null);
        if (!othersWasFirst && await writes.RunAsync((db, token) => TryKeepAsync(db, key, outcome, token), cancel)) return new(outcome, false, null, null);
        return await FindAsync<T, TRefusal, TDetail>(key, cancel) ?? new(null, false, RunOnceRefusal.InProgress, null);
    }

    /// <summary>What a key came to so far, or nothing when it is new or forgotten.</summary>
    public async Task<Once<T, TRefusal>?> FindAsync<T, TRefusal, TDetail>(RunOnceKey key, CancellationToken cancel)
        where T : class where TRefusal : struct, Enum where TDetail : class
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - RunOnceKey.Kept;
        var entries = await db.ReadAsync(
            $"SELECT request_digest, answer, subject FROM run_once_entries WHERE client = {key.Client} AND key = {key.Key} AND created_at > {since}",
            row => (RequestDigest: row.GetString(0), Answer: row.IsDBNull(1) ? null : row.GetString(1), Subject: row.IsDBNull(2) ? null : row.GetString(2)),
            cancel);
        if (entries is not [var entry]) return null;
        if (entry.RequestDigest != key.RequestDigest) return new(null, false, RunOnceRefusal.KeyReused, null);
        if (entry.Answer is null) return new(null, false, RunOnceRefusal.InProgress, entry.Subject);
        var kept = StoredJson.Read<Kept<T, TRefusal, TDetail>>(entry.Answer);
        Outcome<T, TRefusal>? answer = kept.Refusal is { } refusal && kept.Value is null ? Outcome<T, TRefusal>.Refused(refusal, kept.Detail) : null;
        return new(kept.Value is not null ? kept.Value : answer, true, null, null) { Said = kept.Said };
    }

    /// <summary>Keeps an answer as it is said, beside what the operation came to, or alone when the request was refused before one was asked.</summary>
    /// <returns>What the same request was told before, or why the key is refused; nothing when this answer is the first.</returns>
    public Task<(string? Said, RunOnceRefusal? Refusal)> SayAsync(RunOnceKey key, string said, CancellationToken cancel) => writes.RunAsync<(string?, RunOnceRefusal?)>(
        async (db, token) =>
        {
            var kept = new JsonObject();
            if (!await TryOpenAsync(db, key, null, clock.GetUtcNow(), token))
            {
                var entry = (await db.ReadAsync(
                    $"SELECT request_digest, answer FROM run_once_entries WHERE client = {key.Client} AND key = {key.Key}",
                    row => (RequestDigest: row.GetString(0), Answer: row.IsDBNull(1) ? null : row.GetString(1)),
                    token))[0];
                if (entry.RequestDigest != key.RequestDigest) return (null, RunOnceRefusal.KeyReused);
                if (entry.Answer is null) return (null, RunOnceRefusal.InProgress);
                kept = JsonNode.Parse(entry.Answer) as JsonObject ?? kept;
                if (kept[SaidMember]?.GetValue<string>() is { } before) return (before, null);
            }
            kept[SaidMember] = said;
            await db.ExecuteAsync($"UPDATE run_once_entries SET answer = {kept.ToJsonString()} WHERE client = {key.Client} AND key = {key.Key} AND request_digest = {key.RequestDigest}", token);
            return (null, null);
        },
        cancel);

    /// <summary>Forgets what is older than it has to be kept, a bounded number at a time; answers how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        const int most = 1000;
        var until = clock.GetUtcNow() - RunOnceKey.Kept;
        return writes.RunAsync(
            (db, token) => db.ExecuteAsync(
                $"DELETE FROM run_once_entries WHERE (client, key) IN (SELECT client, key FROM run_once_entries WHERE created_at <= {until} LIMIT {most})", token),
            cancel);
    }

    /// <summary>Writes a key as in progress; false when it is there already. One that is as old as keys are kept is as good as gone.</summary>
    internal static async Task<bool> TryOpenAsync(AirlineDb db, RunOnceKey key, string? subject, DateTimeOffset now, CancellationToken cancel) => await db.ExecuteAsync(
        $"""
        INSERT INTO run_once_entries (client, key, request_digest, created_at, subject) VALUES ({key.Client}, {key.Key}, {key.RequestDigest}, {now}, {subject})
        ON CONFLICT (client, key) DO UPDATE SET request_digest = excluded.request_digest, created_at = excluded.created_at, subject = excluded.subject, answer = NULL
        WHERE run_once_entries.created_at <= {now - RunOnceKey.Kept}
        """,
        cancel) == 1;

    /// <summary>Writes the answer of a key in the commit of its effect.</summary>
    internal static Task CloseAsync<T, TRefusal>(AirlineDb db, RunOnceKey key, Outcome<T, TRefusal> outcome, CancellationToken cancel)
        where T : class where TRefusal : struct, Enum =>
        db.ExecuteAsync($"UPDATE run_once_entries SET answer = {Write(outcome)} WHERE client = {key.Client} AND key = {key.Key} AND answer IS NULL", cancel);

    /// <summary>Writes the answer of every key that is in progress about a subject.</summary>
    internal static Task CloseAllAsync<T, TRefusal>(AirlineDb db, string subject, Outcome<T, TRefusal> outcome, CancellationToken cancel)
        where T : class where TRefusal : struct, Enum =>
        db.ExecuteAsync($"UPDATE run_once_entries SET answer = {Write(outcome)} WHERE subject = {subject} AND answer IS NULL", cancel);

    /// <summary>Lets a key run again: nothing of its request came to be.</summary>
    internal static Task ReopenAsync(AirlineDb db, string subject, CancellationToken cancel) =>
        db.ExecuteAsync($"DELETE FROM run_once_entries WHERE subject = {subject} AND answer IS NULL", cancel);

    private async Task<bool> TryKeepAsync<T, TRefusal>(AirlineDb db, RunOnceKey key, Outcome<T, TRefusal> outcome, CancellationToken cancel)
        where T : class where TRefusal : struct, Enum
    {
        if (!await TryOpenAsync(db, key, null, clock.GetUtcNow(), cancel)) return false;
        await CloseAsync(db, key, outcome, cancel);
        return true;
    }

    private static string Write<T, TRefusal>(Outcome<T, TRefusal> outcome) where T : class where TRefusal : struct, Enum =>
        StoredJson.Write(new Kept<T, TRefusal, object>(outcome.Value, outcome.Refusal, outcome.Detail, null));

    private sealed record Kept<T, TRefusal, TDetail>(T? Value, TRefusal? Refusal, TDetail? Detail, string? Said) where TRefusal : struct, Enum;
}
