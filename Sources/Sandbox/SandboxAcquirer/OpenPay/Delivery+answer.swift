// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension Delivery {
    /// An answer of head and body.
    static func answer(_ message: (HTTPResponse, [UInt8]), afterMilliseconds delay: Int64 = 0) -> Delivery {
        .answer(message.0, message.1, afterMilliseconds: delay)
    }
}
