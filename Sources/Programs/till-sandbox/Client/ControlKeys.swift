// SPDX-License-Identifier: Apache-2.0

/// What `GET /sandbox/keys` answers: what the platform signs with, the oldest first.
struct ControlKeys: Decodable {
    let keys: [ControlKey]
}
