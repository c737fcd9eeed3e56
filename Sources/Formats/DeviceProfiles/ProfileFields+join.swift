// SPDX-License-Identifier: Apache-2.0

extension ProfileFields {
    /// Joins every file with its base, makes profiles of them, and asks each whether it makes sense.
    ///
    /// - Parameters:
    ///   - files: all files that may be named as a base.
    ///   - make: makes a profile; nil if a value is not there or is wrong.
    ///   - objections: what contradicts itself in a profile, by key.
    /// - Throws: ``ProfileError`` with everything that is wrong in all of them.
    static func profiles<Profile>(
        of files: [ProfileFile], make: (ProfileFields) -> Profile?,
        objections: (Profile) -> [(key: String, message: String)]
    ) throws(ProfileError) -> [Profile] {
        var problems = files.flatMap(\.problems)
        var profiles: [Profile] = []
        var said: Set<String> = []
        for file in basesFirst(files) {
            // A file that is no mapping has been reported, and misses every key there is; an empty one has not.
            guard !file.values.isEmpty || file.problems.isEmpty else { continue }
            let base = base(of: file, among: files, problems: &problems)
            guard file.text("inherits") == nil || base != nil else { continue }
            let fields = ProfileFields(file, base: base)
            let missing = fields.missing
            problems += missing
            guard missing.isEmpty, let profile = make(fields) else { continue }
            profiles.append(profile)
            guard file.problems.isEmpty, base?.problems.isEmpty != false else { continue }
            for (key, message) in objections(profile) {
                // What a base says against itself is not said again of everything that inherits it.
                said.insert("\(file.name) \(key) \(message)")
                if let base, said.contains("\(base.name) \(key) \(message)") { continue }
                problems.append(ProfileProblem(file: file.name, key: key, message: message))
            }
        }
        guard problems.isEmpty else { throw ProfileError(problems: problems) }
        return profiles
    }

    private static func basesFirst(_ files: [ProfileFile]) -> [ProfileFile] {
        files.filter { $0.text("inherits") == nil } + files.filter { $0.text("inherits") != nil }
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
