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
        let files = try ProfileFolder(path: path, schema: .printer).files()
        return try PrinterProfiles(files: files)
    }

    /// Reads one profile and the base that it inherits, and nothing else: a fault in a file that
    /// nobody uses stops no sale.
    ///
    /// - Returns: nil if the folder has no profile of that id.
    /// - Throws: ``ProfileError`` with everything that is wrong in the two files, or the folder.
    package static func load(_ id: String, folder path: String) throws(ProfileError) -> PrinterProfile? {
        let files = try ProfileFolder(path: path, schema: .printer).files(of: id)
        return try PrinterProfiles(files: files)[id: id]
    }

    /// The ids of a folder's profiles, whether they can be read or not.
    ///
    /// - Throws: ``ProfileError`` if the folder cannot be read.
    package static func ids(folder path: String) throws(ProfileError) -> [String] {
        try ProfileFolder(path: path, schema: .printer).ids()
    }

    /// Reads the texts of files by their names.
    ///
    /// - Throws: ``ProfileError`` with everything that is wrong in all of them.
    package init(texts: [String: String]) throws(ProfileError) {
        try self.init(
            files: texts.sorted { $0.key < $1.key }.map {
                ProfileFile(name: $0.key, yaml: $0.value, schema: .printer)
            })
    }

    private init(files: [ProfileFile]) throws(ProfileError) {
        all = try ProfileFields.profiles(of: files, make: PrinterProfile.init, objections: \.objections)
            .sorted { $0.id < $1.id }
    }
}
