// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension APIAnswer {
    /// What every answer says to browsers: keep nothing, run nothing, show it in no frame, and give
    /// it to no other page. That there is no word of CORS is meant as well.
    ///
    /// Source: OWASP ASVS 5.0, chapter 3.4.
    static let guards: HTTPFields = {
        var fields = HTTPFields()
        fields[.cacheControl] = "no-store"
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()
}
