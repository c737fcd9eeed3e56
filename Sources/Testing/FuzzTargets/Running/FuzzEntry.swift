// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The way in for a fuzzer guided by coverage, which links this library and brings the main function.
///
/// What broke, it learns by a trap. `TILLD_FUZZ_TARGET` names the target.
enum FuzzEntry {
    /// A target that is none: it traps at a word, and a fuzzer that does not find it finds nothing.
    private static let planted = FuzzTarget("planted", words: []) { input in
        guard input.starts(with: Array("PAID".utf8)) else { return .refused }
        return input.dropFirst(4).first == UInt8(ascii: "!") ? .broken("a planted fault") : .read
    }

    private static let target: FuzzTarget? = {
        let name = getenv("TILLD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
        return name == planted.name ? planted : FuzzTarget.named(name)
    }()

    /// Tries one input of the target; traps if something broke.
    static func run(_ input: UnsafeBufferPointer<UInt8>) {
        guard let target else { preconditionFailure("TILLD_FUZZ_TARGET names no target") }
        guard case .broken(let fault) = target.judge(Array(input)) else { return }
        // A trap without a word would send whoever finds it into a debugger.
        let line = Array("\n\(target.name): \(fault)\n".utf8)
        write(STDERR_FILENO, line, line.count)
        preconditionFailure("what must always hold did not")
    }

    /// Each target on a line: its name, and the longest input that is worth trying.
    static var list: String {
        FuzzTarget.all.map { "\($0.name) \($0.longest)\n" }.joined()
    }

    /// The words of the target in the form of a fuzzer's dictionary.
    static var dictionary: String {
        (target?.words ?? []).map { word in
            let bytes = word.utf8.map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
            return "\"\(bytes.joined())\"\n"
        }.joined()
    }
}

/// Prints what `TILLD_FUZZ_PRINT` asks for, and ends; goes on if it asks for nothing.
///
/// Source: LLVM, libFuzzer, "Startup initialization".
@_cdecl("LLVMFuzzerInitialize")
public func fuzzerInitialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
    switch getenv("TILLD_FUZZ_PRINT").map({ String(cString: $0) }) {
    case "targets"?: print(FuzzEntry.list, terminator: "")
    case "dictionary"?: print(FuzzEntry.dictionary, terminator: "")
    default: return 0
    }
    exit(0)
}

/// Tries one input.
///
/// Source: LLVM, libFuzzer, "Fuzz target".
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.run(UnsafeBufferPointer(start: start, count: count))
    return 0
}
