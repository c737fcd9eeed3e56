// SPDX-License-Identifier: Apache-2.0

import CAffinity

/// The processor's cores that this program may run on.
///
/// A day is played by one thread after the other, never by two at once. On a core of its own a process does not have to
/// wake another core for each step, which costs a fifth of the time where cores are virtual.
enum Core {
    /// Starts something on one core; what it starts stays there.
    ///
    /// - Parameter number: counted from 0, and around where there are fewer.
    static func with<Result>(_ number: Int, _ start: () throws -> Result) rethrows -> Result {
        // As many as Linux knows on the machines that it is built for by default: 8192.
        var all = [UInt8](repeating: 0, count: 1024)
        // Where it may not ask or choose, it is slower, and nothing else.
        guard tilld_get_affinity(&all, UInt(all.count)) == 0 else { return try start() }
        let allowed = (0..<all.count * 8).filter { all[$0 / 8] & (1 << ($0 % 8)) != 0 }
        guard !allowed.isEmpty else { return try start() }
        let chosen = allowed[number % allowed.count]
        var one = [UInt8](repeating: 0, count: all.count)
        one[chosen / 8] = 1 << (chosen % 8)
        _ = tilld_set_affinity(one, UInt(one.count))
        defer { _ = tilld_set_affinity(all, UInt(all.count)) }
        return try start()
    }
}
