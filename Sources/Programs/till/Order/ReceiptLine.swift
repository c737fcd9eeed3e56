// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TillClient

/// A receipt as one line of JSON.
struct ReceiptLine: Encodable {
    /// The sale: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    let order: String
    /// `"text"` or `"png"`.
    let format: String
    /// The slip as text; absent for a picture: `"TEA HOUSE\\n…"`.
    let text: String?
    /// The picture in base 64; absent for text: `"iVBORw0K…"`.
    let base64: String?

    /// Takes a slip as the daemon sent it.
    init(order: String, format: ReceiptFormat, slip: [UInt8]) {
        self.order = order
        self.format = format.rawValue
        text = format == .text ? String(decoding: slip, as: UTF8.self) : nil
        base64 = format == .png ? Data(slip).base64EncodedString() : nil
    }
}
