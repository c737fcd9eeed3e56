// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// A service under a name of its own.
///
/// The group that runs services writes each one out as text to name it: without a name that would
/// be everything that it holds, down to the ledger, at every start.
struct NamedService: Service, CustomStringConvertible {
    let description: String
    private let service: any Service

    /// Names a service after its type.
    init(_ service: any Service) {
        description = "\(type(of: service))"
        self.service = service
    }

    func run() async throws { try await service.run() }
}
