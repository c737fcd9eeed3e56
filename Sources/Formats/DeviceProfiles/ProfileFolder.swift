// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder of profiles on disk.
struct ProfileFolder {
    /// Where it is.
    let path: String
    /// The keys that its files may have.
    let schema: ProfileSchema

    /// The largest file that is read, in bytes; a profile has about two thousand.
    static let largestFile = 65536
    /// The most files of a folder.
    static let mostFiles = 1000

    /// Reads all files that end in `.yaml`, in the order of their names.
    func files() throws(ProfileError) -> [ProfileFile] {
        var problems: [ProfileProblem] = []
        var files: [ProfileFile] = []
        for name in try names() {
            switch read(name) {
            case .success(let text): files.append(ProfileFile(name: name, yaml: text, schema: schema))
            case .failure(let error): problems += error.problems
            }
        }
        guard problems.isEmpty else {
            throw ProfileError(problems: problems + files.flatMap(\.problems))
        }
        return files
    }

    /// Reads the file of a profile; nil if the folder has none of that id.
    func file(of id: String) throws(ProfileError) -> ProfileFile? {
        let name = "\(id).yaml"
        // Compared with what is there, so that no id leads out of the folder.
        guard try names().contains(name) else { return nil }
        return ProfileFile(name: name, yaml: try read(name).get(), schema: schema)
    }

    /// Reads the file of a profile and that of its base; empty if the folder has none of that id.
    func files(of id: String) throws(ProfileError) -> [ProfileFile] {
        guard let file = try file(of: id) else { return [] }
        guard let inherited = file.text("inherits"), inherited != id, let base = try self.file(of: inherited) else {
            return [file]
        }
        return [file, base]
    }

    /// The names without their ending.
    func ids() throws(ProfileError) -> [String] { try names().map { String($0.dropLast(".yaml".count)) } }

    /// The names of all files that end in `.yaml`, in order.
    func names() throws(ProfileError) -> [String] {
        guard let folder = opendir(path) else {
            throw problem(path, "the folder cannot be read (errno \(errno)): check the setting")
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(name) }
        }
        guard !names.isEmpty else { throw problem(path, "the folder has no profiles: check the setting") }
        guard names.count <= Self.mostFiles else {
            throw problem(path, "the folder has more than \(Self.mostFiles) profiles: remove some")
        }
        return names.sorted()
    }

    private func read(_ name: String) -> Result<String, ProfileError> {
        // Without waiting: a pipe of that name would be waited for until somebody writes to it.
        let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return .failure(problem(name, "the file cannot be read (errno \(errno)): check its owner"))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16384)
        while bytes.count <= Self.largestFile {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                return .failure(problem(name, "the file cannot be read (errno \(errno)): check the disk"))
            }
            if count == 0 { break }
            bytes += chunk[0..<count]
        }
        guard bytes.count <= Self.largestFile else {
            return .failure(problem(name, "the file has more than \(Self.largestFile) bytes: shorten it"))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .failure(problem(name, "the file is not UTF-8: save it as UTF-8"))
        }
        return .success(text)
    }

    private func problem(_ file: String, _ message: String) -> ProfileError {
        ProfileError(problems: [ProfileProblem(file: file, key: nil, message: message)])
    }
}
