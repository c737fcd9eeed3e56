// SPDX-License-Identifier: Apache-2.0

/// Three bytes, which go from low to high on every machine.
struct PixelTriple: PixelWord {
    let low: UInt8
    let middle: UInt8
    let high: UInt8

    init(pixel: UInt32) {
        low = UInt8(truncatingIfNeeded: pixel)
        middle = UInt8(truncatingIfNeeded: pixel >> 8)
        high = UInt8(truncatingIfNeeded: pixel >> 16)
    }
}
