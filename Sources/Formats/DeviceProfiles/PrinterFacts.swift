// SPDX-License-Identifier: Apache-2.0

/// By what a printer was seen; nil where it says nothing.
package struct PrinterFacts: Sendable, Hashable {
    /// USB vendor and product, such as `04b8:0e15`.
    package let usb: String?
    /// The IEEE 1284 id as the kernel shows it, such as `MFG:EPSON;MDL:TM-T20II;CLS:PRINTER;`.
    package let ieee1284: String?
    /// The model that it answers to `1D 49 43`.
    package let gsI: String?

    /// States the facts.
    package init(usb: String? = nil, ieee1284: String? = nil, gsI: String? = nil) {
        self.usb = usb
        self.ieee1284 = ieee1284
        self.gsI = gsI
    }
}
