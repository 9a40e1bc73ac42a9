using System.IO.MemoryMappedFiles;

namespace Vod.Bench;

/// <summary>The files that the servers serve, in a temporary directory: random bytes, the same in every run. Also mapped, to check answers.</summary>
internal sealed class TestFiles : IDisposable
{
    /// <summary>How many films there are.</summary>
    public const int Films = 4;

    /// <summary>Bytes of a film: 50 MiB.</summary>
    public const int FilmSize = 50 << 20;

    /// <summary>Bytes of a slice: 5 MiB.</summary>
    public const int SliceSize = 5 << 20;

    private readonly List<TestFile> _files = [];

    /// <summary>Writes the files.</summary>
    public TestFiles(string directory)
    {
        Root = directory;
        Directory.CreateDirectory(directory);
        var random = new Random(5);
        Small = Add("small.txt", 1 << 10, random);
        Medium = Add("medium.jpg", 100 << 10, random);
        Film = [.. Enumerable.Range(0, Films).Select(n => Add($"film{n}.mp4", FilmSize, random))];
    }

    /// <summary>The directory.</summary>
    public string Root { get; }

    /// <summary>1 KiB.</summary>
    public TestFile Small { get; }

    /// <summary>100 KiB.</summary>
    public TestFile Medium { get; }

    /// <summary>Four of 50 MiB.</summary>
    public IReadOnlyList<TestFile> Film { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<TestFile> All => _files;

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private TestFile Add(string name, int size, Random random)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        var path = Path.Combine(Root, name);
        File.WriteAllBytes(path, bytes);
        // Not just now: a server may not trust a file that is being written.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1));
        var file = new TestFile(path, size);
        _files.Add(file);
        return file;
    }
}

/// <summary>A file and its bytes.</summary>
internal sealed unsafe class TestFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <summary>Maps the file.</summary>
    public TestFile(string path, int size)
    {
        Name = Path.GetFileName(path);
        Size = size;
        _map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _map.CreateViewAccessor(0, size, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Its name; its URL path is that with a slash before it.</summary>
    public string Name { get; }

    /// <summary>Bytes.</summary>
    public int Size { get; }

    /// <summary>What it holds.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, int count) => new ReadOnlySpan<byte>(_start, Size).Slice((int)offset, count);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
    }
}
