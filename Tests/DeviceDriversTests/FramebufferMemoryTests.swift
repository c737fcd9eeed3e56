// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import Testing

@testable import DeviceDrivers

@Suite struct `Framebuffer memory` {
    @Test(arguments: [FramebufferOptions.Access.mapped, .written])
    func `bytes land at their offset by map and by writing`(access: FramebufferOptions.Access) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("fb", [UInt8](repeating: 0, count: 4096))
        var facts = FramebufferFacts()
        facts.memoryLength = 4096

        let descriptor = try FramebufferMemory.open(device: file.path)
        let memory = FramebufferMemory(descriptor: descriptor, path: file.path, facts: facts, access: access)
        try memory.put([1, 2, 3, 4, 5][1...3], at: 1000)
        memory.finish()

        let bytes = try [UInt8](Data(contentsOf: file))
        #expect(Array(bytes[999...1003]) == [0, 2, 3, 4, 0])
        #expect(bytes.count == 4096)
    }

    @Test func `the map begins where the driver's memory begins`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("fb", [UInt8](repeating: 0, count: 8192))
        var facts = FramebufferFacts()
        facts.memoryStart = 0xE000_0040
        facts.memoryLength = 4096

        let descriptor = try FramebufferMemory.open(device: file.path)
        let memory = FramebufferMemory(descriptor: descriptor, path: file.path, facts: facts, access: .mapped)
        try memory.put([7], at: 0)
        memory.finish()

        #expect(try [UInt8](Data(contentsOf: file)).firstIndex(of: 7) == 0x40)
    }

    @Test func `nothing is put beyond the map`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("fb", [UInt8](repeating: 0, count: 4096))
        var facts = FramebufferFacts()
        facts.memoryLength = 4096

        let descriptor = try FramebufferMemory.open(device: file.path)
        let memory = FramebufferMemory(descriptor: descriptor, path: file.path, facts: facts, access: .mapped)

        #expect(throws: DeviceError.writeFailed(what: file.path, errno: EFAULT)) { try memory.put([1, 2], at: 4095) }
        #expect(throws: DeviceError.writeFailed(what: file.path, errno: EFAULT)) { try memory.put([1], at: -1) }
    }

    @Test func `a full disk is told`() throws {
        let descriptor = try FramebufferMemory.open(device: "/dev/full")

        let memory = FramebufferMemory(
            descriptor: descriptor,
            path: "/dev/full",
            facts: FramebufferFacts(),
            access: .mapped
        )

        #expect(throws: DeviceError.writeFailed(what: "/dev/full", errno: ENOSPC)) { try memory.put([1], at: 0) }
    }
}
