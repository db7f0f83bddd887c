using System.IO.Compression;

namespace AirlineBooking.Domain.Flights;

/// <summary>Opens what an operator hands in: packed or not is known by its first bytes.</summary>
internal static class ImportFile
{
    private const int BufferSize = 1 << 16;

    public static Stream Open(Stream content)
    {
        var buffered = new BufferedStream(content, BufferSize);
        Span<byte> first = stackalloc byte[2];
        var read = buffered.ReadAtLeast(first, 2, throwOnEndOfStream: false);
        var whole = new Rewound(first[..read].ToArray(), buffered);
        var isGzip = read == 2 && first[0] == 0x1F && first[1] == 0x8B;
        return isGzip ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    // A pipe cannot seek, so the bytes that were looked at are handed out again first.
    private sealed class Rewound(byte[] first, Stream rest) : Stream
    {
        private int _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_given == first.Length) return rest.Read(buffer);
            var count = Math.Min(buffer.Length, first.Length - _given);
            first.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
