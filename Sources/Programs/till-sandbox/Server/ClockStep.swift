// SPDX-License-Identifier: Apache-2.0

/// What `POST /sandbox/clock` asks for.
struct ClockStep: Decodable {
    /// How far time moves: 86400000 is a day.
    let advance_ms: Int64
}
