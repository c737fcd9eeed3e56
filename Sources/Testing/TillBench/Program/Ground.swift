// SPDX-License-Identifier: Apache-2.0

/// What all benches stand on.
struct Ground {
    /// Where ledgers lie: on the disk that is measured.
    let folder: String
    /// Whether a short run is wanted, whose figures say less.
    let isShort: Bool
    /// Orders of the large ledger.
    let orders: Int
    /// Seconds of a sync of the disk, at the median.
    let sync: Double

    /// One of two numbers, by the length of the run.
    func scaled(_ whole: Int, short: Int) -> Int { isShort ? short : whole }
}
