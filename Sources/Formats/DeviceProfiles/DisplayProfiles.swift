// SPDX-License-Identifier: Apache-2.0

/// All displays that a folder describes, one file a model.
package struct DisplayProfiles: Sendable {
    /// The profiles in the order of their ids.
    package let all: [DisplayProfile]

    /// Finds a profile by its id, such as `hdmi-7-800x480`.
    package subscript(id id: String) -> DisplayProfile? { all.first { $0.id == id } }

    /// Reads every file of a folder that ends in `.yaml`.
    ///
    /// - Parameter path: the folder, such as `/usr/share/tilld/Devices/Displays`.
    /// - Throws: ``ProfileError`` with everything that is wrong in all files.
    package static func load(folder path: String) throws(ProfileError) -> DisplayProfiles {
        let files = try ProfileFolder(path: path, schema: .display).files()
        return try DisplayProfiles(files: files)
    }

    /// Reads one profile and the base that it inherits, and nothing else: a fault in a file that
    /// nobody uses darkens no display.
    ///
    /// - Returns: nil if the folder has no profile of that id.
    /// - Throws: ``ProfileError`` with everything that is wrong in the two files, or the folder.
    package static func load(_ id: String, folder path: String) throws(ProfileError) -> DisplayProfile? {
        let files = try ProfileFolder(path: path, schema: .display).files(of: id)
        return try DisplayProfiles(files: files)[id: id]
    }

    /// The ids of a folder's profiles, whether they can be read or not.
    ///
    /// - Throws: ``ProfileError`` if the folder cannot be read.
    package static func ids(folder path: String) throws(ProfileError) -> [String] {
        try ProfileFolder(path: path, schema: .display).ids()
    }

    /// Reads the texts of files by their names.
    ///
    /// - Throws: ``ProfileError`` with everything that is wrong in all of them.
    package init(texts: [String: String]) throws(ProfileError) {
        try self.init(
            files: texts.sorted { $0.key < $1.key }.map {
                ProfileFile(name: $0.key, yaml: $0.value, schema: .display)
            })
    }

    private init(files: [ProfileFile]) throws(ProfileError) {
        all = try ProfileFields.profiles(of: files, make: DisplayProfile.init, objections: \.objections)
            .sorted { $0.id < $1.id }
    }
}
