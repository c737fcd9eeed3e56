// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Synchronization

@testable import DeviceDrivers

/// A kernel that is played: its framebuffers and cards are memory of the test.
final class PlayedKernel: DeviceCalls {
    /// What is at a node.
    enum Device: Sendable {
        case framebuffer(PlayedFramebuffer)
        case card(PlayedCard)
    }

    struct State: Sendable {
        var nodes: [String: (device: Device, node: DeviceNode)] = [:]
        var open: [Int32: (device: Device, node: DeviceNode)] = [:]
        var numbers: Int32 = 1000
        /// What opening answers instead, by path.
        var refusals: [String: Int32] = [:]
        /// Whether mapped memory has left.
        var hasLeft = false
        /// Bytes that came by a map, and by writing.
        var mapped = 0
        var written = 0
        var unmapped = 0
    }

    let state = Mutex(State())

    /// Puts a device at a path; every time it is another node.
    func plug(_ device: Device, at path: String) {
        state.withLock { state in
            state.numbers += 1
            state.nodes[path] = (device, DeviceNode(volume: 5, inode: UInt64(state.numbers), device: 0x1D00))
        }
    }

    func unplug(_ path: String) { state.withLock { _ = $0.nodes.removeValue(forKey: path) } }

    /// Descriptors that are open.
    var openCount: Int { state.withLock { $0.open.count } }

    func open(_ path: String) -> Int32 {
        state.withLock { state in
            if let refusal = state.refusals[path] { return refusal }
            guard let node = state.nodes[path] else { return -ENOENT }
            state.numbers += 1
            state.open[state.numbers] = node
            return state.numbers
        }
    }

    func close(_ descriptor: Int32) { state.withLock { _ = $0.open.removeValue(forKey: descriptor) } }
    func node(at path: String) -> DeviceNode? { state.withLock { $0.nodes[path]?.node } }
    func node(of descriptor: Int32) -> DeviceNode? { state.withLock { $0.open[descriptor]?.node } }

    private func device(_ descriptor: Int32) -> Device? { state.withLock { $0.open[descriptor]?.device } }

    func map(_ descriptor: Int32, length: Int, offset: Int) -> UnsafeMutableRawPointer? {
        switch device(descriptor) {
        case .framebuffer(let framebuffer): framebuffer.map(length)
        case .card(let card): card.map(length, at: offset)
        case nil: nil
        }
    }

    func unmap(_ memory: UnsafeMutableRawPointer, length: Int) { state.withLock { $0.unmapped += 1 } }

    func copy(_ bytes: UnsafeRawBufferPointer, to memory: UnsafeMutableRawPointer) -> Int32 {
        state.withLock { state in
            guard !state.hasLeft else { return -EFAULT }
            state.mapped += bytes.count
            if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
            return 0
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int) -> Int {
        guard case .framebuffer(let framebuffer) = device(descriptor) else { return -Int(EINVAL) }
        let count = framebuffer.write(bytes, at: offset)
        if count > 0 { state.withLock { $0.written += count } }
        return count
    }

    func read(_ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int) -> Int {
        guard case .framebuffer(let framebuffer) = device(descriptor) else { return -Int(EINVAL) }
        return framebuffer.read(bytes, at: offset)
    }

    func ask(_ descriptor: Int32, _ request: UInt, _ argument: UnsafeMutableRawPointer) -> Int32 {
        switch device(descriptor) {
        case .framebuffer(let framebuffer): framebuffer.ask(request, argument)
        case .card(let card): card.ask(request, argument)
        case nil: -EBADF
        }
    }

    func tell(_ descriptor: Int32, _ request: UInt, _ argument: Int) -> Int32 {
        switch device(descriptor) {
        case .framebuffer(let framebuffer): framebuffer.tell(request, argument)
        case .card(let card): card.tell(request)
        case nil: -EBADF
        }
    }
}
