// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
    /// The object with other values for members that it has; what is no object stays as it is.
    func replacing(_ values: [String: JSONValue]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { JSONMember(name: $0.name, value: values[$0.name] ?? $0.value) })
    }

    /// The object with more members at its end; what is no object stays as it is.
    func adding(_ more: [JSONMember]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }

    /// The object without some members; what is no object stays as it is.
    func without(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.name) })
    }
}
