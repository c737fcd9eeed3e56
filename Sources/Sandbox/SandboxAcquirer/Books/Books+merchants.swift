// SPDX-License-Identifier: Apache-2.0

extension Books {
    /// Adds a merchant and the key that its requests are verified with.
    ///
    /// - Throws: ``BooksError/merchantExists(_:)``, ``BooksError/badMerchant(field:why:)`` or GRDB's `DatabaseError`;
    ///   nothing is added then.
    package func add(_ merchant: Merchant, key: MerchantKey) throws {
        try MerchantForm.check(merchant)
        try MerchantForm.check(key)
        try write { try $0.add(merchant, key: key) }
    }

    /// Gives a merchant one more key, or changes the key of that name.
    ///
    /// - Throws: ``BooksError`` or GRDB's `DatabaseError`; nothing has changed then.
    package func add(_ key: MerchantKey, of merchant: String) throws {
        try MerchantForm.check(key)
        try write { books in
            guard try books.merchant(merchant) != nil else { throw BooksError.unknownMerchant(merchant) }
            try books.add(key, of: merchant)
        }
    }

    /// All merchants in the order of their numbers.
    ///
    /// - Throws: ``BooksError/unreadable(table:column:value:)`` or GRDB's `DatabaseError`.
    package func merchants() throws -> [Merchant] {
        try read { try $0.merchants() }
    }

    /// Changes what happens to new payments of a merchant, or of all.
    ///
    /// - Throws: ``BooksError/unknownMerchant(_:)`` or GRDB's `DatabaseError`.
    package func setScript(_ script: Script, of merchant: String? = nil) throws {
        try write { books in
            if let merchant, try books.merchant(merchant) == nil { throw BooksError.unknownMerchant(merchant) }
            try books.setScript(script, of: merchant)
        }
    }

    /// Adds to the scripts that new payments take before anything else; for all merchants when none is named.
    ///
    /// - Throws: ``BooksError/unknownMerchant(_:)`` or GRDB's `DatabaseError`.
    package func enqueue(_ scripts: [Script], of merchant: String? = nil) throws {
        try write { books in
            if let merchant, try books.merchant(merchant) == nil { throw BooksError.unknownMerchant(merchant) }
            for script in scripts { try books.enqueue(script, merchant: merchant) }
        }
    }

    /// A number kept under a name.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package func setting(_ name: String) throws -> Int64? {
        try read { try $0.setting(name) }
    }

    /// Keeps a number under a name.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package func set(_ name: String, _ value: Int64) throws {
        try write { try $0.set(name, value) }
    }
}
