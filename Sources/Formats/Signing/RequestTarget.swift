// SPDX-License-Identifier: Apache-2.0
import HTTPTypes

/// The parts of a request's target, as the derived components name them.
///
/// Source: RFC 9421, sections 2.2.1 to 2.2.8.
struct RequestTarget {
    private let request: HTTPRequest
    private let target: Substring

    /// Takes a request apart.
    init(_ request: HTTPRequest) {
        self.request = request
        let path = request.path ?? ""
        target = path.isEmpty ? "/" : Substring(path)
    }

    /// The method as the request line has it.
    var method: String { request.method.rawValue }

    /// The path; a slash for none.
    var path: String {
        let path = target.prefix { $0 != "?" }
        return path.isEmpty ? "/" : String(path)
    }

    /// What follows the question mark; nil without one.
    var query: String? {
        target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
    }

    /// The scheme in lower case.
    func scheme() throws(SigningError) -> String {
        guard let scheme = request.scheme, !scheme.isEmpty else { throw .missing("the request's scheme") }
        return scheme.lowercased()
    }

    /// The authority in lower case, without the usual port of the scheme.
    func authority() throws(SigningError) -> String {
        let authority = try rawAuthority().lowercased()
        let usual =
            request.scheme?.lowercased() == "http" ? ":80" : request.scheme?.lowercased() == "https" ? ":443" : nil
        guard let usual, authority.hasSuffix(usual) else { return authority }
        return String(authority.dropLast(usual.count))
    }

    /// Scheme, authority and path with query, as they were given.
    func uri() throws(SigningError) -> String {
        guard let scheme = request.scheme, !scheme.isEmpty else { throw .missing("the request's scheme") }
        // OPTIONS with an asterisk is about the server as a whole: RFC 9110, section 7.1.
        return scheme + "://" + (try rawAuthority()) + (target == "*" ? "" : target)
    }

    /// The target as the request line has it.
    func requestTarget() throws(SigningError) -> String {
        request.method == .connect ? try rawAuthority() : String(target)
    }

    /// The value of a query parameter that occurs once, decoded as a form and encoded again.
    func queryParameter(_ encodedName: String) throws(SigningError) -> String {
        let name = FormEncoding.decode(encodedName)
        var found: [UInt8]?
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard FormEncoding.decode(parts[0]) == name else { continue }
            guard found == nil else {
                throw .malformed(
                    field: "@query-param", why: "parameter \(StructuredField.quoted(encodedName)) occurs twice")
            }
            found = parts.count > 1 ? FormEncoding.decode(parts[1]) : []
        }
        guard let found else { throw .missing("query parameter \(StructuredField.quoted(encodedName))") }
        return FormEncoding.encode(found)
    }

    private func rawAuthority() throws(SigningError) -> String {
        guard let authority = request.authority, !authority.isEmpty else {
            throw .missing("the request's authority")
        }
        return authority
    }
}
