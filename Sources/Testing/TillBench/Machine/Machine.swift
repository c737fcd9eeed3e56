// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the figures were measured on, for whoever reads them.
struct Machine {
    /// The processor's model and how many cores there are.
    let processor: String
    /// The kernel.
    let kernel: String
    /// The memory of the machine, in bytes.
    let memory: Double
    /// The file system of the ledgers.
    let fileSystem: String
    /// How long a sync of 4 KiB takes where the ledgers are, in seconds.
    let sync: Sample

    /// Looks at the machine, and measures the disk.
    ///
    /// - Parameter folder: where the ledgers are.
    /// - Throws: ``BenchFault`` if its disk cannot be written, or is none.
    init(folder: String) throws(BenchFault) {
        var name = utsname()
        uname(&name)
        kernel = "Linux \(Self.text(&name.release)) \(Self.text(&name.machine))"
        let models = KernelText.lines("/proc/cpuinfo").filter { $0.hasPrefix("model name") || $0.hasPrefix("Model") }
        let model = models.first.flatMap { $0.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) }
        processor = "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) x \(model ?? "processor of an unknown kind")"
        memory = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
        fileSystem = Self.fileSystem(of: folder)
        guard !["tmpfs", "ramfs"].contains(fileSystem) else {
            throw .missing("\(folder) is in memory, where a sync costs nothing: name a folder on a disk with --folder")
        }
        sync = try Self.syncs(in: folder)
    }

    /// The machine in lines of a list.
    ///
    /// - Parameter commit: the commit that was measured.
    func lines(commit: String) -> [String] {
        let disk = "\(fileSystem), fdatasync of 4 KiB \(Unit.seconds.text(sync.median)) (p50), "
        return [
            "commit \(commit.isEmpty ? "unknown" : commit)", processor, "\(Unit.memory.text(memory)) of memory", kernel,
            disk + "\(Unit.seconds.text(sync.percentile(99))) (p99)",
            "load \(Self.load) when the run ended; figures of a busy machine are worth little",
        ]
    }

    /// How much runs on the machine: the means of 1, 5 and 15 minutes.
    static var load: String {
        KernelText.lines("/proc/loadavg").first.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
            ?? "unknown"
    }

    private static func syncs(in folder: String) throws(BenchFault) -> Sample {
        let path = "\(folder)/sync-\(getpid())"
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .missing("\(path) cannot be made: name another folder with --folder") }
        defer {
            close(file)
            unlink(path)
        }
        let block = [UInt8](repeating: 0x55, count: 4096)
        var times: [Double] = []
        for _ in 0..<200 {
            let start = Ticks.now()
            guard write(file, block, block.count) == block.count, fdatasync(file) == 0 else {
                throw .missing("\(path) cannot be written: look at the disk")
            }
            times.append(Ticks.now() - start)
        }
        return try Sample(times)
    }

    /// The type of the longest mount point that the folder is below.
    private static func fileSystem(of folder: String) -> String {
        let place = URL(filePath: folder).resolvingSymlinksInPath().path + "/"
        var best = (point: "", type: "unknown")
        for line in KernelText.lines("/proc/self/mounts") {
            let words = line.split(separator: " ")
            guard words.count > 2 else { continue }
            let point = words[1] == "/" ? "/" : "\(words[1])/"
            // Of two on the same point the later one covers the other.
            if place.hasPrefix(point), point.count >= best.point.count { best = (point, String(words[2])) }
        }
        return best.type
    }

    private static func text<Letters>(_ letters: inout Letters) -> String {
        withUnsafeBytes(of: &letters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
