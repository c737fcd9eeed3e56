// SPDX-License-Identifier: Apache-2.0

/// What a merchant's entry has to look like.
enum MerchantForm {
    /// Refuses a merchant whose members break their form.
    static func check(_ merchant: Merchant) throws(BooksError) {
        guard Merchant.isIdentifier(merchant.id) else {
            throw .badMerchant(field: "id", why: "write 1 to 32 letters, digits, \"-\" and \"_\"")
        }
        guard (1...64).contains(merchant.name.unicodeScalars.count),
            merchant.name.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
        else {
            throw .badMerchant(field: "name", why: "write 1 to 64 characters on one line")
        }
        guard Amount.isCurrency(merchant.currency) else {
            throw .badMerchant(field: "currency", why: "write three capital letters as in CNY")
        }
        let addresses = merchant.allowed + merchant.denied
        guard addresses.count <= 64, addresses.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 64 && !$0.contains(" ") })
        else {
            throw .badMerchant(field: "allowed, denied", why: "write at most 64 addresses")
        }
    }

    /// Refuses a key that cannot be read.
    static func check(_ key: MerchantKey) throws(BooksError) {
        guard Merchant.isIdentifier(key.id) else {
            throw .badMerchant(field: "key", why: "write 1 to 32 letters, digits, \"-\" and \"_\"")
        }
        do {
            _ = try key.verifyingKey()
        } catch {
            throw .badMerchant(field: "public_key", why: "\(error)")
        }
    }
}
