// SPDX-License-Identifier: Apache-2.0

/// How a display's memory is read, where what its driver says is wrong or left out.
package enum PixelOrder: String, Sendable, Hashable, CaseIterable {
    /// As the driver says.
    case auto
    /// 16 bits, red at the top.
    case rgb565
    /// 16 bits, blue at the top.
    case bgr565
    /// 24 bits, red at the top.
    case rgb888
    /// 24 bits, blue at the top.
    case bgr888
    /// 32 bits, red at the top of the lower 24.
    case xrgb8888
    /// 32 bits, blue at the top of the lower 24.
    case xbgr8888
    /// One bit.
    case mono
    /// Eight bits of grey.
    case gray8
}
