-- Driven by Vod.Bench: wrk ... -s workload.lua URL -- [slices FILES SLICES SLICE_SIZE]
-- With "slices": GET /film0.mp4 ... with Range, every slice of every file in turn. Without: the one URL.
-- There is no response function on purpose: with one, wrk would parse and keep every body. Bytes are checked elsewhere.

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(args)
    if args[1] ~= "slices" then return end
    local files, slices, size = tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
    local requests = {}
    for file = 0, files - 1 do
        for slice = 0, slices - 1 do
            wrk.headers["Range"] = string.format("bytes=%d-%d", slice * size, (slice + 1) * size - 1)
            requests[#requests + 1] = wrk.format("GET", string.format("/film%d.mp4", file))
        end
    end
    -- Threads start at different places.
    local next = number * slices
    request = function()
        next = next % #requests + 1
        return requests[next]
    end
end

function done(summary, latency)
    local e = summary.errors
    io.write(string.format("\nRESULT requests=%d bytes=%d duration=%d p50=%d p99=%d connect=%d read=%d write=%d status=%d timeout=%d\n",
        summary.requests, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99),
        e.connect, e.read, e.write, e.status, e.timeout))
end
