// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the kernel knows of a process at a moment.
///
/// Source: proc(5): `/proc/PID/stat`, `/proc/PID/task/TID/status`, `/proc/PID/smaps_rollup`.
struct ProcessSight: Hashable {
    /// Seconds of processor that it has had, in all of its threads.
    let processor: Double
    /// How often one of its threads gave the processor up, or had to.
    let switches: Int
    /// Memory by its share of what it shares, in bytes.
    let shared: Int
    /// The part of it that belongs to no file, in bytes.
    let anonymous: Int

    /// Looks at a process.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is not there, or the kernel does not say.
    init(_ id: pid_t) throws(BenchFault) {
        let folder = "/proc/\(id)"
        guard let processor = Self.processor(KernelText.read("\(folder)/stat")) else {
            throw .missing("process \(id) is not there any more")
        }
        let rollup = Self.fields(KernelText.read("\(folder)/smaps_rollup"))
        guard let shared = rollup["Pss"], let anonymous = rollup["Pss_Anon"] ?? rollup["Anonymous"] else {
            throw .missing("the kernel does not say how much memory process \(id) has")
        }
        self.processor = processor
        self.shared = shared * 1024
        self.anonymous = anonymous * 1024
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/task")) ?? []
        switches = threads.reduce(0) { sum, thread in
            let fields = Self.fields(KernelText.read("\(folder)/task/\(thread)/status"))
            return sum + (fields["voluntary_ctxt_switches"] ?? 0) + (fields["nonvoluntary_ctxt_switches"] ?? 0)
        }
    }

    /// The 14th and 15th field, counted from behind the name, which may hold anything.
    static func processor(_ stat: String) -> Double? {
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        return (user + system) / Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    }

    /// Lines of a name, a colon and a number; whatever else stands there is passed over.
    static func fields(_ text: String) -> [String: Int] {
        var fields: [String: Int] = [:]
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, let word = halves[1].split(whereSeparator: \.isWhitespace).first,
                let number = Int(word)
            else { continue }
            fields[String(halves[0])] = number
        }
        return fields
    }
}
