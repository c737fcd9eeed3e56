// SPDX-License-Identifier: Apache-2.0

/// The calls of the system that displays make; a test plays the kernel by another one.
///
/// Calls that fail answer the negated `errno`.
protocol DeviceCalls: Sendable {
    /// Opens a node for reading and writing.
    func open(_ path: String) -> Int32
    /// Gives a descriptor back.
    func close(_ descriptor: Int32)
    /// What is at a path; nil if nothing is.
    func node(at path: String) -> DeviceNode?
    /// What is open; nil if it cannot be told.
    func node(of descriptor: Int32) -> DeviceNode?
    /// Maps memory of a device; nil if it has none to map.
    func map(_ descriptor: Int32, length: Int, offset: Int) -> UnsafeMutableRawPointer?
    /// Gives mapped memory back.
    func unmap(_ memory: UnsafeMutableRawPointer, length: Int)
    /// Copies to mapped memory, which may have left.
    func copy(_ bytes: UnsafeRawBufferPointer, to memory: UnsafeMutableRawPointer) -> Int32
    /// Writes bytes at an offset, and answers how many.
    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int) -> Int
    /// Reads bytes from an offset, and answers how many.
    func read(_ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int) -> Int
    /// Makes a request that has a pointer.
    func ask(_ descriptor: Int32, _ request: UInt, _ argument: UnsafeMutableRawPointer) -> Int32
    /// Makes a request that has a number.
    func tell(_ descriptor: Int32, _ request: UInt, _ argument: Int) -> Int32
}
