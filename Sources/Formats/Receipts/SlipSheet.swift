// SPDX-License-Identifier: Apache-2.0

/// The lines of a slip that is being set, and how much more there may be of it.
///
/// A layout may use sections that use others, and go through lists within lists: what that comes to
/// is known only when it is followed, and paper and time have to have an end whatever it is.
struct SlipSheet {
    /// The lines so far.
    private(set) var lines: [SlipLine] = []
    /// How many lines of text the paper still has room for.
    private var room = SlipSetter.mostLines
    /// How many lines of the layout are still followed.
    private var steps = SlipSheet.mostSteps

    /// The most lines of a layout that are followed for one slip, those that set nothing included.
    static let mostSteps = 20_000

    /// Takes one more line of the layout; false if there have been enough.
    mutating func follows() -> Bool {
        guard room > 0, steps > 0 else { return false }
        steps -= 1
        return true
    }

    /// Adds a line if there is room for it; a feed is shortened to what there is.
    mutating func add(_ line: SlipLine) {
        let line: SlipLine = if case .feed(let count) = line { .feed(min(count, max(room, 1))) } else { line }
        guard line.rows <= room else {
            room = 0
            return
        }
        room -= line.rows
        lines.append(line)
    }
}

extension SlipLine {
    /// About how many lines of text it is high.
    fileprivate var rows: Int {
        switch self {
        case .text(_, _, let size, _): size.heightFactor
        case .feed(let count): count
        case .code: 12
        case .logo: 10
        case .barCode: 3
        case .blank, .rule, .cut, .drawer, .buzzer: 1
        }
    }
}
