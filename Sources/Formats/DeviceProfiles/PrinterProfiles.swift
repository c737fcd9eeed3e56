// SPDX-License-Identifier: Apache-2.0

/// All printers that a folder describes, one file a model.
package struct PrinterProfiles: Sendable {
    /// The profiles in the order of their ids.
    package let all: [PrinterProfile]

    /// Finds a profile by its id, such as `epson-tm-t88v`.
    package subscript(id id: String) -> PrinterProfile? { all.first { $0.id == id } }

    /// Reads every file of a folder that ends in `.yaml`.
    ///
    /// - Parameter path: the folder, such as `/usr/share/tilld/Devices/Printers`.
    /// - Throws: ``ProfileError`` with everything that is wrong in all files.
    package static func load(folder path: String) throws(ProfileError) -> PrinterProfiles {
        let files = try ProfileFolder(path: path).files()
        return try PrinterProfiles(files: files)
    }

    /// Reads one profile and the base that it inherits, and nothing else: a fault in a file that
    /// nobody uses stops no sale.
    ///
    /// - Returns: nil if the folder has no profile of that id.
    /// - Throws: ``ProfileError`` with everything that is wrong in the two files, or the folder.
    package static func load(_ id: String, folder path: String) throws(ProfileError) -> PrinterProfile? {
        let folder = ProfileFolder(path: path)
        guard let file = try folder.file(of: id) else { return nil }
        var files = [file]
        if let inherited = file.text("inherits"), let base = try folder.file(of: inherited) { files.append(base) }
        return try PrinterProfiles(files: files)[id: id]
    }

    /// The ids of a folder's profiles, whether they can be read or not.
    ///
    /// - Throws: ``ProfileError`` if the folder cannot be read.
    package static func ids(folder path: String) throws(ProfileError) -> [String] {
        try ProfileFolder(path: path).names().map { String($0.dropLast(".yaml".count)) }
    }

    /// Reads the texts of files by their names.
    ///
    /// - Throws: ``ProfileError`` with everything that is wrong in all of them.
    package init(texts: [String: String]) throws(ProfileError) {
        try self.init(
            files: texts.sorted { $0.key < $1.key }.map { ProfileFile(name: $0.key, yaml: $0.value) })
    }

    private init(files: [ProfileFile]) throws(ProfileError) {
        var problems = files.flatMap(\.problems)
        var profiles: [PrinterProfile] = []
        for file in files {
            // A file that is no mapping has been reported, and misses every key there is.
            guard !file.values.isEmpty else { continue }
            let base = Self.base(of: file, among: files, problems: &problems)
            guard file.text("inherits") == nil || base != nil else { continue }
            let fields = ProfileFields(file, base: base)
            let missing = fields.missing
            problems += missing
            if missing.isEmpty, let profile = fields.profile() { profiles.append(profile) }
        }
        guard problems.isEmpty else { throw ProfileError(problems: problems) }
        all = profiles
    }

    /// Finds the base; a missing one, or one that has a base itself, is a problem.
    private static func base(
        of file: ProfileFile, among files: [ProfileFile], problems: inout [ProfileProblem]
    ) -> ProfileFile? {
        guard let id = file.text("inherits") else { return nil }
        let message: String
        if let base = files.first(where: { $0.name == "\(id).yaml" }) {
            guard let further = base.text("inherits") else { return base }
            message = "\(id) inherits \(further) itself: inherit a base"
        } else {
            message = "there is no \(id).yaml in the folder: name a base that is there"
        }
        problems.append(ProfileProblem(file: file.name, key: "inherits", message: message))
        return nil
    }
}
