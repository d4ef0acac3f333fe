import json

from hypothesis import HealthCheck, given, settings

from summitry.model import codec
from summitry.model.records import Records
from tests.model.records import records


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records)
def test_records_survive_json(found: Records) -> None:
    assert codec.load(json.loads(json.dumps(codec.dump(found)))) == found


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records)
def test_the_same_record_has_the_same_id(found: Records) -> None:
    again = codec.load(codec.dump(found))
    assert [s.id for s in found.statements] == [s.id for s in again.statements]
    assert [c.id for c in found.commitments] == [c.id for c in again.commitments]
