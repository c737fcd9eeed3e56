// SPDX-License-Identifier: Apache-2.0

extension Int64 {
    /// Divides towards minus infinity; the remainder is never negative for a positive divisor.
    func dividedFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
