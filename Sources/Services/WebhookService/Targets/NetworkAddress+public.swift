// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport

extension NetworkAddress {
    /// Whether it is an address of the open internet: neither this machine, nor the local network, nor
    /// what a provider of machines answers under to the machines themselves.
    ///
    /// Source: IANA, special-purpose address registries for IPv4 and IPv6 (RFC 6890); RFC 6052, section 2.1.
    package var isPublic: Bool {
        if bytes.count == 4 { return !Self.kept.contains { $0.contains(bytes) } }
        // The kernel, or a translator of the network, connects to the address that stands at the end.
        if let inner = embedded { return inner.isPublic }
        return Self.open.contains(bytes) && !Self.keptOfVersion6.contains { $0.contains(bytes) }
    }

    /// Whether one machine can be meant by it at all.
    package var isOfOneMachine: Bool {
        if bytes.count == 4 { return bytes[0] != 0 && bytes[0] < 224 }
        if let inner = embedded { return inner.isOfOneMachine }
        return bytes[0] != 0xFF && bytes.contains { $0 != 0 }
    }

    /// The address of version 4 that one of version 6 stands for; nil if it stands for none.
    private var embedded: NetworkAddress? {
        guard [Self.mapped, Self.translated].contains(where: { $0.contains(bytes) }) else { return nil }
        return NetworkAddress(bytes: Array(bytes[12...]))
    }

    /// The addresses that begin with the same bits.
    private struct Block: Sendable {
        let start: [UInt8]
        let bits: Int

        init(_ start: [UInt8], _ bits: Int) {
            self.start = start
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let wanted = bit / 8 < start.count ? start[bit / 8] : 0
                return bytes[bit / 8] & mask == wanted & mask
            }
        }
    }

    private static let kept = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
        Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
        Block([192, 168], 16), Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
        Block([224], 4), Block([240], 4),
        // The one service for machines that has an address which looks like any other.
        Block([168, 63, 129, 16], 32),
    ]
    private static let mapped = Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96)
    private static let translated = Block([0, 0x64, 0xFF, 0x9B], 96)
    private static let open = Block([0x20], 3)
    private static let keptOfVersion6 = [
        Block([0x20, 0x01, 0x00], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16),
        Block([0x3F, 0xFF], 20),
    ]
}
