// SPDX-License-Identifier: Apache-2.0

/// One covered component of a message: a field or something derived from the message, and how its value is taken.
///
/// Two components are equal whatever the order of their parameters was.
///
/// Source: RFC 9421, sections 2.1 and 2.2.
package struct SignatureComponent: Sendable, Hashable {
    /// The lower-case field name, or a derived name that begins with `@`.
    package var name: String
    /// Whether the value is taken from the request that a response answers (`;req`).
    package var req: Bool
    /// Whether the field is parsed and serialised strictly (`;sf`).
    package var sf: Bool
    /// Whether each line of the field is wrapped as a byte sequence (`;bs`).
    package var bs: Bool
    /// The one member of a dictionary field that is covered (`;key`).
    package var key: String?
    /// The percent-encoded parameter name of `@query-param` (`;name`).
    package var parameter: String?

    /// Names a component.
    package init(
        name: String, req: Bool = false, sf: Bool = false, bs: Bool = false, key: String? = nil,
        parameter: String? = nil
    ) {
        self.name = name
        self.req = req
        self.sf = sf
        self.bs = bs
        self.key = key
        self.parameter = parameter
    }

    /// The request method.
    package static let method = SignatureComponent(name: "@method")
    /// The full target, `scheme://authority` and path with query, as the request names it.
    package static let targetURI = SignatureComponent(name: "@target-uri")
    /// The authority in lower case, without the scheme's usual port.
    package static let authority = SignatureComponent(name: "@authority")
    /// The scheme in lower case.
    package static let scheme = SignatureComponent(name: "@scheme")
    /// The request target as the request line has it.
    package static let requestTarget = SignatureComponent(name: "@request-target")
    /// The path without the query.
    package static let path = SignatureComponent(name: "@path")
    /// The query with its question mark; a lone question mark without one.
    package static let query = SignatureComponent(name: "@query")
    /// The three digits of the status.
    package static let status = SignatureComponent(name: "@status")

    /// One parameter of the query, by its percent-encoded name.
    package static func queryParameter(_ name: String) -> SignatureComponent {
        SignatureComponent(name: "@query-param", parameter: name)
    }

    /// A field, all its lines joined by commas.
    package static func field(_ name: String) -> SignatureComponent {
        SignatureComponent(name: name.lowercased())
    }

    /// The same component, taken from the request that a response answers.
    package var fromRequest: SignatureComponent {
        var component = self
        component.req = true
        return component
    }

    /// One member of the same dictionary field.
    package func member(_ key: String) -> SignatureComponent {
        var component = self
        component.key = key
        return component
    }

    /// The same field in its strict serialisation.
    package var strict: SignatureComponent {
        var component = self
        component.sf = true
        return component
    }

    /// The same field with each line wrapped as a byte sequence.
    package var wrapped: SignatureComponent {
        var component = self
        component.bs = true
        return component
    }
}
