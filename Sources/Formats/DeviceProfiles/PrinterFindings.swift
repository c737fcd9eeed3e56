// SPDX-License-Identifier: Apache-2.0

/// What a printer answered when it was asked what it can do.
package struct PrinterFindings: Sendable, Hashable {
    /// By what it was seen.
    package let facts: PrinterFacts
    /// The maker that it answers to `1D 49 42`; nil if it does not.
    package let vendor: String?
    /// The fonts that it answers to `1D 49 45`; nil if it does not.
    package let fonts: String?
    /// Whether it answered `10 04`.
    package let realtime: Bool
    /// Whether it answered `1D 61`.
    package let asb: Bool
    /// Whether it answered `1D 72`.
    package let gsR: Bool
    /// Whether the process id came back.
    package let processID: Bool
    /// Whether it answered that it has dropped what it had received.
    package let clear: Bool
    /// The counters of cuts that it answered, in the order in which they are to be asked.
    package let cutCounters: [Int]
    /// The counters of fed lines that it answered, in the order in which they are to be asked.
    package let lineCounters: [Int]
    /// What a person said of its blade; nil if nobody was asked.
    package let cutter: Cutter?
    /// What a person saw on the test slip: the dots of a row by the width of the roll in millimetres.
    package let paper: PaperWidth?

    /// States the findings; what is left out was not answered.
    package init(
        facts: PrinterFacts, vendor: String? = nil, fonts: String? = nil, realtime: Bool = false,
        asb: Bool = false, gsR: Bool = false, processID: Bool = false, clear: Bool = false,
        cutCounters: [Int] = [], lineCounters: [Int] = [], cutter: Cutter? = nil, paper: PaperWidth? = nil
    ) {
        self.facts = facts
        self.vendor = vendor
        self.fonts = fonts
        self.realtime = realtime
        self.asb = asb
        self.gsR = gsR
        self.processID = processID
        self.clear = clear
        self.cutCounters = cutCounters
        self.lineCounters = lineCounters
        self.cutter = cutter
        self.paper = paper
    }
}
