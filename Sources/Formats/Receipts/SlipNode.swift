// SPDX-License-Identifier: Apache-2.0

import EscPos

/// One line of a layout, or a group of lines.
indirect enum SlipNode: Sendable, Hashable {
    /// Text at the left, in the middle or at the right.
    case text(SlipTemplate, SlipManner)
    /// Texts side by side: the first at the left and the last at the right.
    case row([SlipTemplate], isBold: Bool)
    /// A line across the paper.
    case rule
    /// So many empty lines.
    case blank(Int)
    /// The shop's logo, if it has one.
    case logo
    /// A code.
    case code(SlipTemplate)
    /// A bar code and its text.
    case barCode(BarCode.Kind, SlipTemplate)
    /// So many lines of feed.
    case feed(Int)
    /// A cut.
    case cut
    /// Where the drawer opens, if it opens at all.
    case drawer
    /// So many beeps.
    case buzzer(Int)
    /// The lines of another section.
    case use(String, line: Int)
    /// Lines that are set only if a condition holds, and others if it does not.
    case choice([SlipCondition], then: [SlipNode], otherwise: [SlipNode])
    /// Lines for each member of a list.
    case each(SlipList, [SlipNode])
}

/// How a text is set.
struct SlipManner: Sendable, Hashable {
    /// Where a text stands.
    enum Place: Sendable, Hashable { case left, centre, right }
    /// How large it is; `fit` is large where that fits a line, else tall and bold.
    enum Size: Sendable, Hashable { case normal, tall, large, fit }

    /// Where it stands.
    var place: Place
    /// How large it is.
    var size = Size.normal
    /// Whether its strokes are thicker.
    var isBold = false
    /// The most lines it takes; the last one is shortened. Nil is any number.
    var lines: Int?
    /// Whether its words are left out where the printer's own letters could not set them in one line.
    var isPlain = false
}

/// What has to be so for lines to be set.
struct SlipCondition: Sendable, Hashable {
    /// What is asked.
    enum Subject: Sendable, Hashable {
        /// Whether a field says something.
        case field(SlipField)
        /// Whether a list has members.
        case list(SlipList)
        /// Whether the slip is in this language, or one of its two is.
        case language(String)
    }

    /// What is asked.
    var subject: Subject
    /// Whether the answer has to be no.
    var isDenied: Bool
}
