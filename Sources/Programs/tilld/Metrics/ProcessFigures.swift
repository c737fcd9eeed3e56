// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Meters
import Synchronization
import TillCore

/// What the system says of this process.
final class ProcessFigures: Sendable {
    private let start = Mutex<Double?>(nil)

    init() {}

    /// Says it; what the system does not say is left out.
    func tell(_ page: inout MetricPage, environment: Settings.Environment) {
        page.set(.build, 1, [Version.text, environment.rawValue])
        page.set(.processStart, started)
        page.set(.processDescriptorsMax, Descriptors.max)
        if let open = Descriptors.open { page.set(.processDescriptors, open) }
        guard let file = FileManager.default.contents(atPath: "/proc/self/stat"),
            let use = Self.use(stat: String(decoding: file, as: UTF8.self))
        else { return }
        page.set(.processTime, Double(use.ticks) / Double(sysconf(Int32(_SC_CLK_TCK))))
        page.set(.processMemory, use.pages * Int(sysconf(Int32(_SC_PAGESIZE))))
    }

    /// When it was started, by the wall clock as it is now: it moves when that is set, and not by its own grain.
    private var started: Double {
        let now = SystemClocks.wall() + (.zero - SystemClocks.continuous())
        let seconds = Double(now.milliseconds) / 1000
        return start.withLock { start in
            if let known = start, abs(known - seconds) < 1 { return known }
            start = seconds
            return seconds
        }
    }

    /// Processor time in ticks and memory in pages, of `/proc/self/stat`; nil if it is not that.
    ///
    /// Source: proc(5), fields 14, 15 and 24. The name before them may hold anything, closing brackets too.
    static func use(stat: String) -> (ticks: Int, pages: Int)? {
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        // The first of these is field 3.
        guard fields.count > 21, let user = Int(fields[11]), let system = Int(fields[12]),
            let pages = Int(fields[21])
        else { return nil }
        return (ticks: user + system, pages: pages)
    }
}
